import type { Table } from '../benchmark.ts';
import { shortly } from '../measure.ts';
import type { Bare } from './bare.ts';
import { GATHER, latencyOf, meanGathering } from './latency.ts';
import type { Followed, LiveSettings } from './measure.ts';

/** What was measured, without the single values. */
export function summaryOf(followed: Followed, bare: Bare, rate: number) {
  return { live: liveOf(followed, rate), bare: bareOf(bare), nothingLost: lossOf(followed) };
}

function liveOf({ heard, used, seconds, endpointCpuMs }: Followed, rate: number) {
  const { runs, ages, sizes } = heard;
  const deltas = sum(runs.map((run) => run.deltas));
  const cpuMs = used.end.cpuMs - used.begin.cpuMs;
  const ms = used.end.at - used.begin.at;
  return {
    seconds,
    deltas,
    perSecond: deltas / seconds,
    characters: sum(sizes) / sizes.length,
    latency: latencyOf(ages),
    gathering: meanGathering(2 * rate),
    cpuMsPerDelta: cpuMs / deltas,
    cpuShare: cpuMs / ms,
    busyShare: (used.end.busyMs - used.begin.busyMs) / ms,
    endpointCpuMs,
    memory: { start: used.before.memory, peak: used.peak, end: used.after.memory },
  };
}

function bareOf({ sent, ages, cpuMs, busyMs, ms }: Bare) {
  return {
    sent,
    perSecond: (1000 * sent) / ms,
    latency: latencyOf(ages),
    cpuMsPerDelta: cpuMs / sent,
    cpuShare: cpuMs / ms,
    busyShare: busyMs / ms,
  };
}

function lossOf({ heard: { runs }, checked }: Followed) {
  const all = (what: 'states' | 'behind' | 'gaps' | 'withdrawn' | 'cuts') => sum(runs.map((run) => run[what]));
  return {
    ...checked,
    runs: runs.length,
    same: runs.filter(({ isSame }) => isSame).length,
    states: all('states'),
    behind: all('behind'),
    gaps: all('gaps'),
    withdrawn: all('withdrawn'),
    cuts: all('cuts'),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

type Summary = ReturnType<typeof summaryOf>;

export function latencyTable({ live, bare }: Summary, { judges, rate }: LiveSettings): Table {
  const row = (name: string, a: number, b: number) => [name, shortly(a), shortly(b), shortly(a / b)];
  const net = live.latency.p95 - live.gathering;
  return {
    title: `${judges} judges, each at a debate of two who speak ${rate} words a second; beside it the same deltas by socket.io alone`,
    head: ['', 'live', 'bare', 'live : bare'],
    rows: [
      row('deltas/s', live.perSecond, bare.perSecond),
      row('latency of words, ms: p50', live.latency.p50, bare.latency.p50),
      row('  p95', live.latency.p95, bare.latency.p95),
      row('  p99', live.latency.p99, bare.latency.p99),
      row('  most', live.latency.most, bare.latency.most),
      row(`  p95 less mean gathering (${shortly(live.gathering)} of ${GATHER} ms)`, net, bare.latency.p95),
      row('CPU of the server, ms a delta', live.cpuMsPerDelta, bare.cpuMsPerDelta),
      row('  share of one core', live.cpuShare, bare.cpuShare),
      row('share of time its loop was busy', live.busyShare, bare.busyShare),
    ],
  };
}

export function lossTable({ live, nothingLost: lost }: Summary): Table {
  const { start, peak, end } = live.memory;
  return {
    title: 'Nothing lost, and memory of the server',
    head: ['', ''],
    rows: [
      ['deltas, of so many characters on average', `${live.deltas}, ${shortly(live.characters)}`],
      ['speeches', String(lost.speeches)],
      ['  heard whole in deltas', String(lost.whole)],
      ['  their last words only with the move', `${lost.beginnings} (${lost.missingCharacters} characters)`],
      ['  heard otherwise than kept', String(lost.others)],
      ['judges who know what a fresh look gives', `${lost.same} of ${lost.runs}`],
      ['behind, gaps, withdrawn, cuts', [lost.behind, lost.gaps, lost.withdrawn, lost.cuts].join(', ')],
      ['memory, MB: start, peak, end', [start, peak, end].map((bytes) => shortly(bytes / 1e6)).join(', ')],
    ],
  };
}
