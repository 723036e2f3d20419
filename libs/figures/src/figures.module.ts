import { Module } from '@nestjs/common';
import { ChangesController } from './changes/changes.controller';
import { ChangesReader } from './changes/changes-reader';
import { FigureReader } from './cube/figure-reader';
import { DeliveriesController } from './deliveries/deliveries.controller';
import { DeliveriesReader } from './deliveries/deliveries-reader';
import { DropOffsController } from './drop-offs/drop-offs.controller';
import { FlowsController } from './flows/flows.controller';
import './query/problems';

/** The read side. Needs PlatformModule and AccessModule. */
@Module({
  controllers: [DropOffsController, FlowsController, ChangesController, DeliveriesController],
  providers: [FigureReader, ChangesReader, DeliveriesReader],
})
export class FiguresModule {}
