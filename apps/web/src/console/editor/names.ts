/** Words for settings that take any word, as far as they are known here: which data sets there are, and who can sit. */
export function namesAt(path: readonly string[], datasets: readonly string[]): readonly string[] {
  const [first, , third] = path;
  if (first === 'questions' && path[1] === 'dataset') return datasets;
  return first === 'arms' && third === 'seats' && path.length === 4 ? ['people'] : [];
}
