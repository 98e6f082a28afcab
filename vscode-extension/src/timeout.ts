const TIMEOUT_MS = 10_000;

/** Return what another extension answers, or `undefined` where it fails, or does not answer in time. */
export async function withTimeout<T>(ask: () => Promise<T>, milliseconds = TIMEOUT_MS): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, milliseconds, undefined);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
