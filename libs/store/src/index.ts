// The database itself.
export { connect } from './connect.ts';
export { keptSecret } from './embedded/secret.ts';
export { openEmbedded, stopEmbedded } from './embedded/open.ts';
export type { Embedded } from './embedded/open.ts';
export { makeReady } from './ready.ts';
export { pendingDiff } from './migrate/diff.ts';
export { ensureReader } from './reader/ensure.ts';
export type { Reader } from './reader/ensure.ts';
export { readOnlyQuery } from './reader/query.ts';
export { isSqlFault } from './reader/fault.ts';
export type { SqlFault } from './reader/fault.ts';
export type { Answer, Asked, Row } from './reader/query.ts';

// The store: the world of the runner, data sets, experiments, and lists of what there is.
export { openDatabase } from './postgres/database.ts';
export type { Database } from './postgres/database.ts';
export type { Means } from './postgres/means.ts';
export type { OpenTable, Opening, RecordTable } from './open-table.ts';
export { postgresWorld } from './postgres/world.ts';
export type { PostgresWorld, WorldOptions } from './postgres/world.ts';
export { memoryWorld } from './memory/world.ts';
export type { DerivedRow, MemoryMeans, MemoryWorld } from './memory/world.ts';
export { importDataset } from './postgres/import.ts';
export type { About, Imported, Reading, Refusal, Taken } from './postgres/import.ts';
export { questionsOf } from './postgres/questions.ts';
export { startExperiment } from './postgres/start.ts';
export type { Started } from './postgres/start.ts';
export { frozenAt } from './postgres/frozen.ts';
export { finishedArms, finishedRuns } from './postgres/finished.ts';
export { judgeAgain } from './postgres/judge-again.ts';
export type { JudgedAgain, ToJudge } from './postgres/judge-again.ts';
export { openFailures } from './postgres/failures.ts';
export { listDatasets, listExperiments, listJudges, listRuns, progressOf, spentIn } from './postgres/lists.ts';
export type { ListedDataset, ListedExperiment, ListedJudge, ListedRun, Progress, Spent } from './postgres/lists.ts';
export { browseQuestions, sourceText } from './postgres/browse.ts';
export type { Page, Paging } from './postgres/browse.ts';
export { audit, auditOf, browseRuns, experimentHead } from './postgres/experiment-page.ts';
export type { AuditEntry, BrowsedRun, ExperimentHead } from './postgres/experiment-page.ts';
export { showCall, showRun } from './postgres/show.ts';
export type { CallText, ShownCall, ShownFailure, ShownRun } from './postgres/show.ts';
export type { Judging, ShownJudgment } from './postgres/judgments.ts';
export type { RunState } from './postgres/state.ts';

// People: invitations, places, what they submit; and who listens for changes.
export { beginRun } from './people/begin.ts';
export { deadlineOf, OUT_OF_TIME, startClock, startedIn } from './people/deadlines.ts';
export { holderOf, queueOf, reach, reconsider, seatIn, truthFor, whoSitsIn } from './people/desk.ts';
export type { Holder, Milestone, Queued } from './people/desk.ts';
export { keepInvitations, listInvitations, placesIn, revokeInvitation } from './people/invitations.ts';
export type { ListedInvitation, NewInvitation, Places } from './people/invitations.ts';
export { listenToRuns } from './people/listen.ts';
export { takePlace } from './people/places.ts';
export type { Taking } from './people/places.ts';
export { amendmentsIn, keepAmendment, keepSubmission, submissionsIn, takeBack, waitsIn } from './people/submissions.ts';
export type { KeptAmendment, NewAmendment, NewSubmission, Submitted } from './people/submissions.ts';

// The queue.
export { hasWorkers, queueState } from './jobs/queue-state.ts';
export type { QueueState } from './jobs/queue-state.ts';
export { work } from './jobs/work.ts';
export type { Work, Working } from './jobs/work.ts';
