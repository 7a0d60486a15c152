// breaks: medel/status-has-one-writer
export function decide(application: { status: string }): void {
  application.status = 'decided';
}
