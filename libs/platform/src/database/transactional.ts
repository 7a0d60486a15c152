import { Inject } from '@nestjs/common';
import { Database } from './database.js';
import type { Scope } from './scope.js';

const DATABASE = Symbol('database of @Transactional');

type Command<Arguments extends unknown[], Result> = (scope: Scope, ...rest: Arguments) => Promise<Result>;

/**
 * Runs the method in one transaction with the scope of its first argument, the actor. Called from another
 * transactional method it joins that one, so a service may call another and still act wholly or not at all.
 */
export function Transactional() {
  return function <
    A extends unknown[],
    R,
    C extends Command<A, R> | ((actor: never, ...rest: never[]) => Promise<unknown>),
  >(target: object, _key: string | symbol, descriptor: TypedPropertyDescriptor<C>): void {
    Inject(Database)(target, DATABASE);
    const method = descriptor.value as unknown as (...args: unknown[]) => Promise<unknown>;
    descriptor.value = function (this: Record<symbol, Database>, ...args: unknown[]) {
      return this[DATABASE]!.transaction(args[0] as Scope, () => method.apply(this, args));
    } as unknown as C;
  };
}
