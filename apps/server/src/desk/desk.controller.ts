import { Body, Controller, Inject, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { holderOf, reach, type Holder } from '@moot/store';
import {
  ENDPOINTS,
  type Amend,
  type Amendment,
  type Desk,
  type StepAnswer,
  type Submission,
  type Submit,
  type TurnName,
} from '@moot/wire';
import { Open } from '../accounts/guard.ts';
import { ENGINE, type Engine } from '../engine.ts';
import { Answers } from '../http/answers.ts';
import { fault } from '../http/fault.ts';
import { Limited } from '../http/limited.ts';
import { answerStep, deskOf } from './desk.ts';
import { FIXING, type Fixing } from './fixing.ts';
import { cookieFor, holding } from './holding.ts';
import { isSecretOf } from './secret.ts';
import { beginTurn } from './limits.ts';
import { amendTurn, submitTurn, takeTurnBack } from './turns.ts';

/** The judge's side of the server. Who asks is known by the cookie of their invitation. */
@Open()
@Controller()
export class DeskController {
  private readonly engine: Engine;
  private readonly fixing: Fixing;

  constructor(@Inject(ENGINE) engine: Engine, @Inject(FIXING) fixing: Fixing) {
    this.engine = engine;
    this.fixing = fixing;
  }

  // A whole class may sit behind one address; the secrets are too long to be guessed at any rate.
  @Limited({ points: 600, seconds: 60 })
  @Answers(ENDPOINTS.enter)
  async enter(
    @Param('invitation') invitation: string,
    @Body({ schema: ENDPOINTS.enter.body }) { secret }: { readonly secret: string },
    @Res({ passthrough: true }) response: Response,
  ): Promise<Record<string, never>> {
    const { database, clock } = this.engine.means;
    const holder = await holderOf(database, invitation);
    if (!holder || !isSecretOf(holder.secretHash, secret)) throw notValid();
    await reach(database, holder.id, 'openedAt', clock());
    response.append('Set-Cookie', cookieFor(this.engine, holder.id, secret));
    return {};
  }

  @Answers(ENDPOINTS.desk)
  async desk(@Param('invitation') invitation: string, @Req() request: Request): Promise<Desk> {
    return deskOf(this.engine, await this.holder(invitation, request));
  }

  @Answers(ENDPOINTS.step)
  async step(
    @Param('invitation') invitation: string,
    @Body({ schema: ENDPOINTS.step.body }) answer: StepAnswer,
    @Req() request: Request,
  ): Promise<Desk> {
    await answerStep(this.engine, await this.holder(invitation, request), answer);
    return deskOf(this.engine, await this.holder(invitation, request));
  }

  @Answers(ENDPOINTS.begin)
  async begin(
    @Param() { invitation, run }: Place,
    @Body({ schema: ENDPOINTS.begin.body }) { turn }: { readonly turn: TurnName },
    @Req() request: Request,
  ): Promise<Desk> {
    const holder = await this.holder(invitation, request);
    await beginTurn(this.engine, holder, run, turn);
    return deskOf(this.engine, holder);
  }

  @Answers(ENDPOINTS.submit)
  async submit(
    @Param() { invitation, run }: Place,
    @Body({ schema: ENDPOINTS.submit.body }) submit: Submit,
    @Req() request: Request,
  ): Promise<Submission> {
    const saved = await submitTurn(this.engine, await this.holder(invitation, request), run, submit);
    if (saved.state === 'saved') this.fixing.at(saved.key, new Date(saved.fixedAt));
    return saved;
  }

  @Answers(ENDPOINTS.takeBack)
  async takeBack(
    @Param() { invitation, run }: Place,
    @Body({ schema: ENDPOINTS.takeBack.body }) { key }: { readonly key: string },
    @Req() request: Request,
  ): Promise<Submission> {
    return takeTurnBack(this.engine, await this.holder(invitation, request), run, key);
  }

  @Answers(ENDPOINTS.amend)
  async amend(
    @Param() { invitation, run }: Place,
    @Body({ schema: ENDPOINTS.amend.body }) amend: Amend,
    @Req() request: Request,
  ): Promise<Amendment> {
    return amendTurn(this.engine, await this.holder(invitation, request), run, amend);
  }

  private async holder(invitation: string, { headers }: Request): Promise<Holder> {
    const holder = await holding(this.engine, invitation, headers);
    if (!holder) throw notValid();
    return holder;
  }
}

interface Place {
  readonly invitation: string;
  readonly run: string;
}

function notValid() {
  const words = 'This link is not valid, or does not hold any more. Ask whoever sent it to you for a new one.';
  return fault(401, { code: 'not-signed-in', words });
}
