import 'reflect-metadata';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import {
  ClassSerializerInterceptor,
  Controller,
  Get,
  Injectable,
  Module,
  Query,
  UseInterceptors,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Column, DataSource, Entity, JoinColumn, ManyToOne, MoreThan, PrimaryColumn } from 'typeorm';

/**
 * What somebody would write who knows Nest and TypeORM by their guides: entities with relations, `find`, and a workbook written
 * row by row. No session, no row security, no policy, nothing hashed or guarded. For comparison alone.
 */
export interface PlainOrder {
  format: 'csv' | 'xlsx';
  file: string;
  rows: number;
}

@Entity('organisations')
class Organisation {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') name: string;
}

@Entity('calls')
class Call {
  @PrimaryColumn('uuid') id: string;
  @Column('text') title: string;
  @Column('text', { name: 'programme_code' }) programmeCode: string;
  @Column('text', { nullable: true }) step: string | null;
}

@Entity('applications')
class Application {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'registry_number', nullable: true }) registryNumber: string | null;
  @Column('text') status: string;
  @Column('jsonb') content: object;
  @Column('uuid', { name: 'assigned_to', nullable: true }) assignedTo: string | null;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt: Date | null;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
  @ManyToOne(() => Organisation) @JoinColumn({ name: 'organisation_id' }) organisation: Organisation;
  @ManyToOne(() => Call) @JoinColumn({ name: 'call_id' }) call: Call;
}

@Entity('audit_events')
class AuditEvent {
  @PrimaryColumn('bigint') id: string;
  @Column('text', { name: 'subject_type' }) subjectType: string;
  @Column('uuid', { name: 'subject_id' }) subject: string;
  @Column('bigint') seq: string;
  @Column('text') action: string;
  @Column('uuid', { name: 'actor_id' }) actor: string;
  @Column('uuid', { name: 'actor_person' }) actorPerson: string;
  @Column('timestamptz') at: Date;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisation: string | null;
  @Column('json') data: object;
  @Column('bytea', { name: 'previous_hash' }) previousHash: Buffer;
  @Column('bytea') hash: Buffer;
}

@Controller('applications')
class Applications {
  constructor(private readonly database: DataSource) {}

  @Get()
  @UseInterceptors(ClassSerializerInterceptor)
  async list(@Query('organisationId') id: string): Promise<{ items: Application[]; total: number }> {
    const [items, total] = await this.database.getRepository(Application).findAndCount({
      where: { organisation: { id } },
      relations: { organisation: true, call: true },
      order: { updatedAt: 'DESC', id: 'DESC' },
      take: 50,
    });
    return { items, total };
  }
}

const AT_A_TIME = 10_000;
/** No package of the project: its types are not known. */
const EXCELJS: string = 'exceljs';

@Injectable()
class Exports {
  constructor(private readonly database: DataSource) {}

  async write({ format, file, rows }: PlainOrder): Promise<void> {
    return format === 'csv' ? this.csv(file, rows) : this.xlsx(file, rows);
  }

  private async csv(file: string, rows: number): Promise<void> {
    const into = createWriteStream(file);
    const cell = (value: string | number) =>
      /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : value;
    for await (const event of this.read(rows))
      if (!into.write(`${cellsOf(event).map(cell).join(',')}\n`)) await once(into, 'drain');
    into.end();
    await once(into, 'finish');
  }

  private async xlsx(filename: string, rows: number): Promise<void> {
    const { default: ExcelJS } = (await import(EXCELJS)) as { default: Workbooks };
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename });
    const sheet = workbook.addWorksheet('audit-trail');
    for await (const event of this.read(rows)) sheet.addRow(cellsOf(event)).commit();
    await workbook.commit();
  }

  private async *read(rows: number): AsyncGenerator<AuditEvent> {
    const repository = this.database.getRepository(AuditEvent);
    let last = '0';
    for (let left = rows; left > 0;) {
      const take = Math.min(AT_A_TIME, left);
      const events = await repository.find({ where: { id: MoreThan(last) }, order: { id: 'ASC' }, take });
      if (events.length === 0) return;
      yield* events;
      left -= events.length;
      last = events.at(-1)!.id;
    }
  }
}

/** Of exceljs, what is used. */
interface Workbooks {
  stream: {
    xlsx: {
      WorkbookWriter: new (options: { filename: string }) => {
        addWorksheet(name: string): { addRow(cells: (string | number)[]): { commit(): void } };
        commit(): Promise<void>;
      };
    };
  };
}

const cellsOf = (event: AuditEvent): (string | number)[] => [
  event.subjectType,
  event.subject,
  Number(event.seq),
  event.action,
  event.actor,
  event.actorPerson,
  event.at.toISOString(),
  event.organisation ?? '',
  JSON.stringify(event.data),
  event.previousHash.toString('hex'),
  event.hash.toString('hex'),
];

async function start(url: string): Promise<void> {
  const entities = [Organisation, Call, Application, AuditEvent];
  @Module({
    imports: [TypeOrmModule.forRoot({ type: 'postgres', url, entities, extra: { max: 16 } })],
    controllers: [Applications],
    providers: [Exports],
  })
  class Plain {}
  const app = await NestFactory.create<NestFastifyApplication>(Plain, new FastifyAdapter(), {
    logger: ['error'],
  });
  await app.listen(0, '127.0.0.1');
  const exports = app.get(Exports);
  process.on('message', (order: PlainOrder) => {
    const began = performance.now();
    exports.write(order).then(
      () => process.send!({ took: performance.now() - began }),
      (error: Error) => process.send!({ error: error.message }),
    );
  });
  process.send!({ address: (await app.getUrl()).replace('[::1]', '127.0.0.1') });
}

process.once('message', ({ databaseUrl }: { databaseUrl: string }) => void start(databaseUrl));
process.once('disconnect', () => process.exit(0));
