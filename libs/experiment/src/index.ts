export type { Question, Row, Source, Spot } from './question.ts';
