import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { INestApplication } from '@nestjs/common';
import { ACCESS, type Access } from './access.js';

/** What is asked by machines that know nothing of versions. */
export const AT_THE_ROOT = ['health', 'metrics'];

export interface Operation {
  method: string;
  path: string;
  access: Access;
}

/** Every route with who may call it. Throws where a handler does not say: a forgotten one must not be an open one. */
export function readAccessTable(app: INestApplication, prefix: string): Operation[] {
  const scanner = app.get(MetadataScanner);
  const undeclared: string[] = [];
  const operations = app
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      const base = Reflect.getMetadata(PATH_METADATA, metatype!) as string;
      return scanner.getAllMethodNames(prototype).flatMap((name): Operation[] => {
        const handler = prototype[name]!;
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
        if (method === undefined) return [];
        const access = Reflect.getMetadata(ACCESS, handler) as Access | undefined;
        if (!access) undeclared.push(`${metatype!.name}.${name}`);
        const own = Reflect.getMetadata(PATH_METADATA, handler) as string;
        const path = [AT_THE_ROOT.includes(base) ? '' : prefix, base, own]
          .flatMap((part) => part.split('/'))
          .filter(Boolean);
        return [{ method: RequestMethod[method], path: `/${path.join('/')}`, access: access! }];
      });
    });
  if (undeclared.length > 0)
    throw new Error(`Say who may call ${undeclared.join(', ')}: @RequirePermission('…') or @Public('why')`);
  return operations.sort((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1));
}
