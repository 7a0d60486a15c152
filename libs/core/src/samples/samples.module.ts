import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CallsModule } from '#core/calls';
import { ReportsModule } from '#core/reports';
import { SampleMember } from './sample-member.entity.js';
import { Sample } from './sample.entity.js';
import { SampleQueries } from './sample.queries.js';
import { SampleRepository } from './sample.repository.js';
import { SampleService } from './sample.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Sample, SampleMember]), CallsModule, ReportsModule],
  providers: [SampleQueries, SampleRepository, SampleService],
  exports: [SampleQueries, SampleService],
})
export class SamplesModule {}
