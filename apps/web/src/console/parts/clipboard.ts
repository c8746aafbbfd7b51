/** Copies a text, also where the page is not served over HTTPS and browsers keep their clipboard to themselves. */
export async function copied(text: string): Promise<boolean> {
  try {
    await window.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByMarking(text);
  }
}

function copiedByMarking(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  field.select();
  // The new way was refused above, so only this one is left.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const isDone = document.execCommand('copy');
  field.remove();
  return isDone;
}
