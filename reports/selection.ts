/** Playwright's options that choose among the tests. */
const CHOOSING =
  /^(?:-g|-gv|--grep|--grep-invert|--last-failed|--only-changed|--project|--shard|--test-list|--test-list-invert)(?:=|$)/;

/**
 * Whether a command line of Playwright may have left tests out: by an option, or by naming files. What follows
 * such an option as `--workers` may be its value, and is not taken for a file.
 */
export function leavesTestsOut(args: readonly string[]): boolean {
  return args.some((arg, index) =>
    arg.startsWith('-') ? CHOOSING.test(arg) : !/^-[^=]*$/.test(args[index - 1] ?? ''),
  );
}
