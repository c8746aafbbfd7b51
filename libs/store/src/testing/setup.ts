import type { TestProject } from 'vitest/node';
import { testCluster } from './cluster.ts';
import type { TestCluster } from './cluster.ts';
import type { Template } from './database.ts';

/** Vitest's `globalSetup`: one PostgreSQL for all test files of a run. */
export async function setup({ provide }: Pick<TestProject, 'provide'>): Promise<void> {
  cluster = await testCluster();
  const { url, template, made } = cluster;
  provide('postgres', { url, template });
  provide('madeCluster', made);
}

export async function teardown(): Promise<void> {
  await cluster?.stop();
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: Template;
    /** The folder of a PostgreSQL that nobody has opened, for `copyCluster`. */
    madeCluster: string;
  }
}

let cluster: TestCluster | undefined;
