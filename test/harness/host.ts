/** What a VS Code is opened with. */
export interface Session {
  /** Absolute path of the unpacked extension. */
  readonly extension: string;
  /** Absolute path of the folder to open. */
  readonly folder: string;
  /** Absolute path of the module inside the extension whose `run()` is the tests; without it, just the workbench. */
  readonly tests?: string;
  /** User settings on top of the harness's own, where the host takes any. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A VS Code that serves itself to a browser. */
export interface Host {
  /** The address to open. */
  readonly url: string;
  /** What its server has logged so far. */
  log(): string;
  /** Ends the server and everything it started. */
  stop(): Promise<void>;
}
