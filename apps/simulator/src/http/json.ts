/** What a body says, or undefined where it is no JSON. */
export function parsed(body: string): unknown {
  try {
    const json: unknown = JSON.parse(body);
    return json;
  } catch {
    return undefined;
  }
}
