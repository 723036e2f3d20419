import { Module } from '@nestjs/common';
import { FigureReader } from './cube/figure-reader';
import { DropOffsController } from './drop-offs/drop-offs.controller';
import { FlowsController } from './flows/flows.controller';
import './query/problems';

/** The read side. Needs PlatformModule and AccessModule. */
@Module({ controllers: [DropOffsController, FlowsController], providers: [FigureReader] })
export class FiguresModule {}
