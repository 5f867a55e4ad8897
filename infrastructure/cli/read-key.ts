import { Problem } from "@/local/problem";

const TIMEOUT_MS = 5000;

/**
 * Asks TMDB whether it takes a read key, before it replaces the one that visitors are served with: every version of
 * the function reads the same parameter, the live one too.
 *
 * @param apiUrl where TMDB's API is
 * @returns why it could not be asked, which says nothing about the key; undefined when TMDB takes it
 * @throws {Problem} when TMDB refuses it, or it can't be a key
 */
export async function checkReadKey(key: string, apiUrl: string): Promise<string | undefined> {
  // Told apart here, since a header's own error repeats what it refuses.
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new Problem("The read key holds characters that no key has; nothing was changed.");
  let status: number;
  try {
    const response = await fetch(`${apiUrl}/3/configuration`, {
      headers: { Authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    ({ status } = response);
  } catch (error) {
    const { cause } = error as Error;
    return String(cause ?? error);
  }
  if (status === 401 || status === 403)
    throw new Problem(`TMDB refuses this read key (${status}); nothing was changed.`);
  return status === 200 ? undefined : `it answers with ${status}`;
}
