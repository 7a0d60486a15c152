import { InjectRepository } from '@nestjs/typeorm';
import { Injectable } from '@nestjs/common';
import { Repository } from 'typeorm';
import { Application } from './application.entity.js';

@Injectable()
export class ApplicationRepository {
  constructor(@InjectRepository(Application) private readonly rows: Repository<Application>) {}

  drafts(): Promise<Application[]> {
    return this.rows.query("select * from application where status = 'draft'");
  }
}
