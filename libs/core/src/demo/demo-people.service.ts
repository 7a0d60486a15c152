import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { SYSTEM } from '#core/access';
import { Organisation, OrganisationMember, OrganisationRepository } from '#core/organisations';
import { User, UserRepository } from '#core/users';
import { Passwords } from '#platform/auth';
import { Database } from '#platform/database';
import { newId } from '#platform/ids';
import { ACCOUNTS, accountsOf, DEMO_PASSWORD, emailOf, SIGNED_IN } from './accounts.js';
import { DemoBank } from './demo-bank.service.js';
import { DemoQueries } from './demo.queries.js';
import { EXAMPLE_ORGANISATIONS } from './example-organisations.js';

/** No password has this hash: the account acts in the demo, and nobody signs in to it. */
const NO_PASSWORD = '!';

export interface People {
  /** The account of a name, as `handlaggare` or `sokande.1280`. */
  actor(name: string): Actor;
  /** The organisation of a code, or of the key of an example. */
  organisation(key: string): { id: string; name: string };
}

/** The example organisations and the accounts of the demo. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly queries: DemoQueries,
    private readonly organisations: OrganisationRepository,
    private readonly users: UserRepository,
    private readonly passwords: Passwords,
    private readonly bank: DemoBank,
    private readonly database: Database,
  ) {}

  /** Adds who is missing. `applicants` are the organisations that somebody must act for. */
  async gather(applicants: readonly string[]): Promise<People> {
    let organisations = await this.organisationsByKey();
    if (EXAMPLE_ORGANISATIONS.some(({ key }) => !organisations.has(key))) {
      await this.addExamples(organisations);
      organisations = await this.organisationsByKey();
    }
    const organisation = (key: string) => demand(organisations.get(key), key);
    let actors = await this.queries.actors();
    const missing = [
      ...(await this.signIns(actors, organisation)),
      ...silentAccounts(actors, applicants, organisation),
    ];
    if (missing.length > 0) {
      await this.database.transaction(SYSTEM, () => this.users.add(SYSTEM, missing));
      actors = await this.queries.actors();
    }
    const people = { organisation, actor: (name: string) => demand(actors.get(name), name) };
    await this.bank.open([...SIGNED_IN, ...applicants], people);
    return people;
  }

  private async addExamples(known: Map<string, { id: string }>): Promise<void> {
    const missing = EXAMPLE_ORGANISATIONS.filter(({ key }) => !known.has(key)).map((example) => ({
      example,
      organisation: Object.assign(new Organisation(), {
        id: newId(),
        kind: example.kind,
        name: example.name,
        isExample: true,
      }),
    }));
    const members = missing.flatMap(({ example, organisation }) =>
      example.members.map((code) =>
        Object.assign(new OrganisationMember(), {
          organisationId: organisation.id,
          memberId: demand(known.get(code), code).id,
        }),
      ),
    );
    const added = missing.map(({ organisation }) => organisation);
    await this.database.transaction(SYSTEM, () => this.organisations.add(added, members));
  }

  private async organisationsByKey(): Promise<Map<string, { id: string; name: string }>> {
    const all = await this.queries.organisations();
    const examples = EXAMPLE_ORGANISATIONS.flatMap(({ key, kind, name }) =>
      all.filter((row) => row.kind === kind && row.name === name).map((row) => [key, row] as const),
    );
    return new Map([
      ...all.flatMap((row) => (row.code === null ? [] : [[row.code, row] as const])),
      ...examples,
    ]);
  }

  /** A hash of its own for every account, though they share the password. */
  private signIns(known: Map<string, Actor>, organisation: (key: string) => { id: string }): Promise<User[]> {
    return Promise.all(
      ACCOUNTS.filter(({ name }) => !known.has(name)).map(async ({ name, person, roles, code }) =>
        account(name, person, {
          passwordHash: await this.passwords.hash(DEMO_PASSWORD),
          roles,
          organisationId: code === null ? null : organisation(code).id,
          isActive: true,
        }),
      ),
    );
  }
}

/** Accounts of the other organisations, so that what they did has somebody who did it. */
function silentAccounts(
  known: Map<string, Actor>,
  applicants: readonly string[],
  organisation: (key: string) => { id: string; name: string },
): User[] {
  const signIns = new Set(ACCOUNTS.map(({ name }) => name));
  return applicants
    .map((key) => ({ key, name: accountsOf(key).signatory }))
    .filter(({ name }) => !signIns.has(name) && !known.has(name))
    .map(({ key, name }) =>
      account(name, `Demo Sökande ${organisation(key).name}`, {
        passwordHash: NO_PASSWORD,
        roles: ['applicant', 'signatory'],
        organisationId: organisation(key).id,
        isActive: false,
      }),
    );
}

function account(name: string, person: string, rest: Partial<User>): User {
  return Object.assign(new User(), {
    id: newId(),
    personId: newId(),
    email: emailOf(name),
    name: person,
    ...rest,
  });
}

function demand<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`The demo needs ${name}, which is not there`);
  return found;
}
