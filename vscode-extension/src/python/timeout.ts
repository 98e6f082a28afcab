const TIMEOUT_MS = 10_000;

/** Return the result of an operation, or `undefined` if it fails or takes too long. */
export async function withTimeout<T>(
  operation: () => Promise<T>,
  milliseconds = TIMEOUT_MS,
): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, milliseconds, undefined);
  });
  try {
    return await Promise.race([operation(), expiry]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
