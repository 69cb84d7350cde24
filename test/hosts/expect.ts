/**
 * Fails a test unless a condition holds; Node's assert is not there in the web worker.
 * @throws with the message.
 */
export function expect(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/**
 * Fails a test unless two values look the same as JSON.
 * @throws with both values.
 */
export function expectEqual(actual: unknown, expected: unknown, what = 'The value'): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${what} is ${left}, expected ${right}.`);
}
