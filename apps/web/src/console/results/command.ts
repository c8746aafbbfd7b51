/** The command that gives the same table in a terminal. Inside double quotes a shell would still read four characters. */
export function sqlCommand(sql: string): string {
  return `npx moot sql "${sql.trim().replace(/[\\"$`]/g, '\\$&')}"`;
}
