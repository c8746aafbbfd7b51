export * from './console.ts';
export * from './desk.ts';
export * from './live.ts';
export * from './turn.ts';
export { ENDPOINTS } from './endpoints.ts';
export type { Endpoint } from './endpoints.ts';
export { Fault } from './fault.ts';
export { client, Refusal } from './client.ts';
export type { Ask, Asking, Fetch } from './client.ts';
