/** Why a text cannot be the base URL of an endpoint. Never repeats it: it may hold a secret. */
export function urlFault(text: string): string | undefined {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return 'must be an address such as https://api.example.org/v1';
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return 'must be the bare address: no user, password, ? or #. A key goes into an environment variable';
  }
  return undefined;
}
