import { VERSION_STATES, type VersionState } from '../runner/projection-version.entity';
import { ApiProperty } from '@nestjs/swagger';

/** How one version of a projection stands. */
export class ProjectionStatus {
  @ApiProperty({ example: 'drop-offs' })
  name!: string;

  @ApiProperty()
  version!: number;

  @ApiProperty({ description: 'Everything up to this position is in the read model.' })
  position!: string;

  @ApiProperty({
    description:
      'Everything up to this position is read. Beyond `position` while a version is filled: its figures follow when all is counted.',
  })
  gathered!: string;

  @ApiProperty({ description: 'The position of the last event of the log, at the time of the request.' })
  head!: string;

  @ApiProperty({ description: 'Events not yet processed.' })
  lag!: number;

  @ApiProperty({ description: 'Events that could not be applied, and those that wait behind them.' })
  parked!: number;

  @ApiProperty({ enum: VERSION_STATES })
  state!: VersionState;

  @ApiProperty({ type: String, nullable: true, description: 'Why a build stopped.' })
  error!: string | null;
}
