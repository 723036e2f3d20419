import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AgencyDescription, AgencyPermissions } from '../agencies/agency-permissions';
import { AnyIdentity } from '../guard/require-scopes.decorator';
import { CurrentIdentity } from '../identity/current-identity.decorator';
import { Identity } from '../identity/identity';
import { meSchema } from './me.schema';

interface Me {
  readonly clientId: string;
  readonly role: string;
  readonly scopes: readonly string[];
  readonly agency: string | null;
  readonly maySend: Pick<AgencyDescription, 'title' | 'stages' | 'types'> | null;
}

@ApiTags('identity')
@Controller('v1/me')
export class MeController {
  constructor(private readonly agencies: AgencyPermissions) {}

  @Get()
  @AnyIdentity()
  @ApiOperation({ operationId: 'getMe', summary: 'Who one is and what one may send' })
  @ApiOkResponse({ schema: meSchema })
  me(@CurrentIdentity() { clientId, role, scopes, agency }: Identity): Me {
    return {
      clientId,
      role,
      scopes: [...scopes].sort(),
      agency: agency ?? null,
      maySend: this.maySend(agency),
    };
  }

  private maySend(agency: string | undefined): Me['maySend'] {
    const described = agency === undefined ? undefined : this.agencies.describe(agency);
    if (!described) return null;
    const { title, stages, types } = described;
    return { title, stages, types };
  }
}
