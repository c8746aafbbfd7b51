/** The value of a setting as it may be shown: a secret in part, an address without its passwords, well formed or not. */
export function masked(name: string, value: string): string {
  if (/KEY|SECRET|TOKEN|PASSWORD/.test(name))
    return value.length > 12 ? `${value.slice(0, 3)}…${value.slice(-2)}` : '…';
  return value.includes('://') || value.includes('@') ? maskedAddress(value) : value;
}

function maskedAddress(value: string): string {
  // The last @ ends the password, whatever else is in it.
  const alone = value.replace(/^([^:]*:\/\/[^:@/]*):.*@/s, '$1:…@').replace(/^(?![^:]*:\/\/)([^:]*):.*@/s, '$1:…@');
  return alone.replace(/([?&][^=&]*(?:password|key|token|secret)[^=&]*=)[^&]*/gi, '$1…');
}
