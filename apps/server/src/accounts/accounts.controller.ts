import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ENDPOINTS, type Account } from '@moot/wire';
import type { z } from 'zod';
import { Answers } from '../http/answers.ts';
import { fault } from '../http/fault.ts';
import { Limited } from '../http/limited.ts';
import { accountOf, ACCOUNTS, signIn, signOut, type Accounts } from './accounts.ts';
import { Open } from './guard.ts';

/** Signs in and out, and says who is signed in. */
@Open()
@Controller()
export class AccountsController {
  private readonly accounts: Accounts;

  constructor(@Inject(ACCOUNTS) accounts: Accounts) {
    this.accounts = accounts;
  }

  @Limited({ points: 30, seconds: 60 })
  @Answers(ENDPOINTS.signIn)
  async signIn(
    @Body({ schema: ENDPOINTS.signIn.body }) { token }: z.output<typeof ENDPOINTS.signIn.body>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Account> {
    const entry = await signIn(this.accounts, token);
    if (!entry) throw fault(403, { code: 'refused', words: SPENT });
    response.append('Set-Cookie', [...entry.cookies]);
    return entry.account;
  }

  @Answers(ENDPOINTS.signOut)
  async signOut(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Record<string, never>> {
    response.append('Set-Cookie', [...(await signOut(this.accounts, request.headers))]);
    return {};
  }

  @Answers(ENDPOINTS.account)
  async account(@Req() request: Request): Promise<{ readonly account: Account | null }> {
    return { account: (await accountOf(this.accounts, request.headers)) ?? null };
  }
}

const SPENT = 'This link has been used already, or is too old. `npx moot sign-in` writes a new one.';
