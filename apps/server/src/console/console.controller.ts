import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { experimentSchema } from '@moot/experiment';
import { protocols } from '@moot/protocols';
import {
  browseQuestions,
  browseRuns,
  experimentHead,
  listDatasets,
  listExperiments,
  revokeInvitation,
  sourceText,
} from '@moot/store';
import {
  ENDPOINTS,
  type CheckExperiment,
  type Checked,
  type ExperimentPage,
  type Invited,
  type QuestionPage,
  type Results,
  type RunList,
  type SourceText,
  type StartedExperiment,
  type Watchable,
} from '@moot/wire';
import type { SignedIn } from '../accounts/accounts.ts';
import { Allows, Asker } from '../accounts/guard.ts';
import { inviteJudges } from '../desk/invite.ts';
import { ENGINE, type Engine } from '../engine.ts';
import { presets } from '../experiments/presets.ts';
import { Answers } from '../http/answers.ts';
import { LiveGateway } from '../live/live.gateway.ts';
import { missing } from './missing.ts';
import { checked, experimentPage, invitationsOf, listedExperiment, started } from './experiments.ts';
import { QuestionQuery, RunQuery } from './queries.ts';
import { resultsOf } from './results.ts';

/** Data sets, experiments and invitations, for researchers. */
@Controller()
export class ConsoleController {
  private readonly engine: Engine;
  private readonly gateway: LiveGateway;

  constructor(@Inject(ENGINE) engine: Engine, @Inject(LiveGateway) gateway: LiveGateway) {
    this.engine = engine;
    this.gateway = gateway;
  }

  @Answers(ENDPOINTS.datasets)
  async datasets() {
    const datasets = await listDatasets(this.database);
    return { datasets: datasets.map((each) => ({ ...each, createdAt: each.createdAt.toISOString() })) };
  }

  @Answers(ENDPOINTS.questions)
  async questions(
    @Param('dataset') dataset: string,
    @Query({ schema: QuestionQuery }) { search, page }: QuestionQuery,
  ): Promise<QuestionPage> {
    const found = await browseQuestions(this.database, dataset, { search, page, size: PAGE });
    if (!found) throw missing('data set', dataset);
    const questions = found.rows.map((each) => ({ ...each, options: [...each.options] }));
    return { total: found.total, page, pageSize: PAGE, questions };
  }

  @Answers(ENDPOINTS.source)
  async source(@Param('dataset') dataset: string, @Param('source') source: string): Promise<SourceText> {
    const found = await sourceText(this.database, dataset, source);
    if (!found) throw missing('source', source);
    return found;
  }

  @Answers(ENDPOINTS.presets)
  async presets() {
    return { presets: [...(await presets())] };
  }

  @Answers(ENDPOINTS.experimentSchema)
  experimentSchema(): Record<string, unknown> {
    return { ...experimentSchema(protocols) };
  }

  @Answers(ENDPOINTS.check)
  async check(@Body({ schema: ENDPOINTS.check.body }) written: CheckExperiment): Promise<Checked> {
    return checked(this.engine, written);
  }

  @Answers(ENDPOINTS.start)
  async start(
    @Body({ schema: ENDPOINTS.start.body }) written: CheckExperiment & { readonly key: string },
    @Asker() { name }: SignedIn,
  ): Promise<StartedExperiment> {
    return started(this.engine, written, name);
  }

  @Allows('viewer')
  @Answers(ENDPOINTS.experiments)
  async experiments() {
    const oldestFirst = await listExperiments(this.database);
    return { experiments: oldestFirst.map(listedExperiment).reverse() };
  }

  @Answers(ENDPOINTS.experiment)
  async experiment(@Param('experiment') name: string): Promise<ExperimentPage> {
    const page = await experimentPage(this.engine, name);
    if (!page) throw missing('experiment', name);
    return page;
  }

  @Answers(ENDPOINTS.runs)
  async runs(
    @Param('experiment') name: string,
    @Query({ schema: RunQuery }) { state, arm, page }: RunQuery,
  ): Promise<RunList> {
    const { total, rows } = await browseRuns(this.database, name, { state, arm, page, size: PAGE });
    const runs = rows.map((each) => ({
      ...each,
      awaits: [...each.awaits],
      simulatedSeats: [...each.simulatedSeats],
      startedAt: each.startedAt?.toISOString() ?? null,
      endedAt: each.endedAt?.toISOString() ?? null,
    }));
    return { total, page, pageSize: PAGE, runs };
  }

  @Allows('viewer')
  @Answers(ENDPOINTS.watchable)
  async watchable(@Param('experiment') name: string): Promise<Watchable> {
    const head = await experimentHead(this.database, name);
    if (!head) throw missing('experiment', name);
    const all = { state: undefined, arm: undefined, page: 1, size: MOST_WATCHABLE };
    const { total, rows } = await browseRuns(this.database, name, all);
    return { title: head.title, total, runs: rows.map(({ id, prompt, state }) => ({ id, prompt, state })) };
  }

  @Answers(ENDPOINTS.results)
  async results(@Param('experiment') name: string): Promise<Results> {
    if (!(await experimentPage(this.engine, name))) throw missing('experiment', name);
    return resultsOf(this.database, name);
  }

  @Answers(ENDPOINTS.invitations)
  async invitations(@Param('experiment') name: string) {
    return { invitations: [...(await invitationsOf(this.engine, name))] };
  }

  @Answers(ENDPOINTS.invite)
  async invite(
    @Param('experiment') experiment: string,
    @Body({ schema: ENDPOINTS.invite.body }) { judges }: { readonly judges: number },
    @Asker() { name }: SignedIn,
  ): Promise<Invited> {
    const links = await inviteJudges(this.engine, { experiment, judges, by: name });
    if (!links) throw missing('experiment', experiment);
    return { links: [...links] };
  }

  @Answers(ENDPOINTS.revoke)
  async revoke(@Param('invitation') invitation: string, @Asker() { name }: SignedIn): Promise<Record<string, never>> {
    if (!(await revokeInvitation(this.engine.means, invitation, name)))
      throw missing('invitation that holds', invitation);
    this.gateway.end(invitation);
    return {};
  }

  private get database() {
    return this.engine.means.database;
  }
}

/** Runs that are offered to viewers. */
const MOST_WATCHABLE = 200;
/** Rows of one page. */
const PAGE = 50;
