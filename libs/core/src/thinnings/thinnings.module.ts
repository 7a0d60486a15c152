import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '#core/applications';
import { ThinningItem } from './thinning-item.entity.js';
import { Thinning } from './thinning.entity.js';
import { ThinningKeeper } from './thinning.keeper.js';
import { ThinningQueries } from './thinning.queries.js';
import { ThinningRepository } from './thinning.repository.js';
import { ThinningService } from './thinning.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Thinning, ThinningItem]), ApplicationsModule],
  providers: [ThinningKeeper, ThinningQueries, ThinningRepository, ThinningService],
  exports: [ThinningKeeper, ThinningQueries, ThinningService],
})
export class ThinningsModule {}
