// breaks: medel/transactional-takes-actor
const Transactional = (): MethodDecorator => () => undefined;

export class WithoutActor {
  @Transactional()
  async submit(id: string): Promise<string> {
    return id;
  }
}
