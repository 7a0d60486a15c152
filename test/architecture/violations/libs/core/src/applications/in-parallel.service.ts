// breaks: medel/no-parallel-in-transaction
const Transactional = (): MethodDecorator => () => undefined;

export class Parallel {
  @Transactional()
  async submit(actor: Promise<string>, id: Promise<string>): Promise<string[]> {
    return Promise.all([actor, id]);
  }
}
