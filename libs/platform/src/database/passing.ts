/** A lock or a statement that took too long, a deadlock, a server that restarts or is not there yet: try again. */
const CODES =
  /^(55P03|57014|40001|40P01|57P0[123]|53300|08...|25P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
/** TypeORM takes its runner away when the connection is lost. */
const MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|timeout expired|not queryable|already released/;

/** Whether what PostgreSQL or the way to it complains of will have passed when it is tried again. */
export function isPassing(fault: Error & { code?: string }): boolean {
  return CODES.test(fault.code ?? '') || MESSAGES.test(fault.message);
}
