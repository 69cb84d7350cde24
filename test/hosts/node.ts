/** Gives or takes away the permission to write a file, in a host that runs in Node. */
export async function setWritable(path: string, writable: boolean): Promise<void> {
  const { chmod } = await import('node:fs/promises');
  await chmod(path, writable ? 0o644 : 0o444);
}
