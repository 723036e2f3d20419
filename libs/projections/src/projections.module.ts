import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { quality } from './data-quality/quality.projection';
import { dropOffs } from './drop-offs/drop-offs.projection';
import { projectionEntities } from './migrations';
import { ProjectionOperations } from './operations/projection-operations';
import { ProjectionsController } from './operations/projections.controller';
import { Projector } from './operations/projector';
import { PROJECTIONS } from './operations/tokens';

/** Keeps the read models up to date. Needs PlatformModule, AccessModule and EventStoreModule. */
@Module({
  imports: [TypeOrmModule.forFeature(projectionEntities)],
  controllers: [ProjectionsController],
  providers: [{ provide: PROJECTIONS, useValue: [dropOffs, quality] }, ProjectionOperations, Projector],
})
export class ProjectionsModule {}
