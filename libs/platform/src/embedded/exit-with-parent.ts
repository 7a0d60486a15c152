/**
 * Ends this process when the supervisor that started it is gone, even after SIGKILL: the channel between them closes.
 * Without a supervisor (a container, a terminal) it does nothing. The grace lets work in hand be finished.
 */
export function exitWithParent(graceMs = 5_000): void {
  if (!process.send) return;
  const leave = (): void => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), graceMs).unref();
  };
  if (!process.connected) return leave();
  process.once('disconnect', leave);
  // The channel alone must not keep a process alive that has finished its work.
  process.channel?.unref();
}
