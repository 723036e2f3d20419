import { Module } from '@nestjs/common';
import { ChangesController } from './changes/changes.controller';
import { ChangesReader } from './changes/changes-reader';
import { ComparisonsController } from './comparisons/comparisons.controller';
import { FigureReader } from './cube/figure-reader';
import { ArrivalsReader } from './data-quality/arrivals-reader';
import { DataQualityController } from './data-quality/data-quality.controller';
import { DeliveriesController } from './deliveries/deliveries.controller';
import { DeliveriesReader } from './deliveries/deliveries-reader';
import { CurvesController } from './curves/curves.controller';
import { DropOffsController } from './drop-offs/drop-offs.controller';
import { FlowsController } from './flows/flows.controller';
import { ForecastController } from './forecast/forecast.controller';
import { OccupationController } from './occupation/occupation.controller';
import { KeptAnswers } from './protected/kept-answers';
import './query/problems';
import { ReportingDelaysController } from './reporting-delays/reporting-delays.controller';

/** The read side. Needs PlatformModule and AccessModule. */
@Module({
  controllers: [
    DropOffsController,
    FlowsController,
    ChangesController,
    DeliveriesController,
    CurvesController,
    OccupationController,
    ComparisonsController,
    ForecastController,
    DataQualityController,
    ReportingDelaysController,
  ],
  providers: [FigureReader, KeptAnswers, ChangesReader, DeliveriesReader, ArrivalsReader],
})
export class FiguresModule {}
