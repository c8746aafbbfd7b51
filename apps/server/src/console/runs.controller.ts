import { Body, Controller, Inject, Param } from '@nestjs/common';
import {
  ENDPOINTS,
  type CallText,
  type JudgeAgain,
  type JudgedAgain,
  type RunPage,
  type Settle,
  type Settled,
} from '@moot/wire';
import type { SignedIn } from '../accounts/accounts.ts';
import { Asker } from '../accounts/guard.ts';
import { ENGINE, type Engine } from '../engine.ts';
import { askedAgain } from '../experiments/again.ts';
import { Answers } from '../http/answers.ts';
import { fault } from '../http/fault.ts';
import { missing } from './missing.ts';
import { callText, runPage } from './run-page.ts';
import { settleRun } from './settle.ts';

/** Single runs, for researchers: all that is known of them, and what is decided about their failures. */
@Controller()
export class RunsController {
  private readonly engine: Engine;

  constructor(@Inject(ENGINE) engine: Engine) {
    this.engine = engine;
  }

  @Answers(ENDPOINTS.run)
  async run(@Param('run') id: string): Promise<RunPage> {
    const page = await runPage(this.engine, id);
    if (!page) throw missing('run', id);
    return page;
  }

  @Answers(ENDPOINTS.call)
  async call(@Param('run') run: string, @Param('call') id: string): Promise<CallText> {
    const call = await callText(this.engine, run, id);
    if (!call) throw missing('model call', id);
    return call;
  }

  @Answers(ENDPOINTS.judgeAgain)
  async judgeAgain(
    @Param('run') run: string,
    @Body({ schema: ENDPOINTS.judgeAgain.body }) asked: JudgeAgain,
    @Asker() { name }: SignedIn,
  ): Promise<JudgedAgain> {
    const again = await askedAgain(this.engine, { ...asked, run, by: name });
    if (!again.ok) throw fault(409, { code: 'refused', words: sentence(again.why) });
    return again;
  }

  @Answers(ENDPOINTS.settle)
  async settle(
    @Param('run') run: string,
    @Body({ schema: ENDPOINTS.settle.body }) settle: Settle,
    @Asker() { name }: SignedIn,
  ): Promise<Settled> {
    return settleRun(this.engine, run, name, settle);
  }
}

function sentence(why: string): string {
  return `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
}
