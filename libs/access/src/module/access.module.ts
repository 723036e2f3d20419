import { DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AGENCY_FILE, AgencyPermissions } from '../agencies/agency-permissions';
import { defaultAgencies } from '../agencies/load-agencies';
import { AccessGuard } from '../guard/access.guard';
import { Doorkeeper } from '../guard/doorkeeper';
import { TokenBeforeBody } from '../guard/token-before-body';
import { DeclaredRoutesCheck } from '../guard/declared-routes.check';
import { AccessLog } from '../log/access-log';
import { AccessLogInterceptor } from '../log/access-log.interceptor';
import { Refusals } from '../log/refusals';
import { MeController } from '../me/me.controller';
import { TokenVerifier } from '../token/token-verifier';
import { TRUSTED_ISSUER } from '../token/trusted-issuer';
import { AccessOptions } from './access-options';
import '../problems/access.problems';

/** Guards every route of the application and keeps the access log. Needs `PlatformModule`. */
@Module({})
export class AccessModule {
  static forRoot({ trusted, agencies = defaultAgencies }: AccessOptions): DynamicModule {
    return {
      module: AccessModule,
      global: true,
      controllers: [MeController],
      providers: [
        { provide: TRUSTED_ISSUER, useValue: trusted },
        { provide: AGENCY_FILE, useValue: agencies },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: AccessLogInterceptor },
        DeclaredRoutesCheck,
        TokenBeforeBody,
        Doorkeeper,
        TokenVerifier,
        AgencyPermissions,
        AccessLog,
        Refusals,
      ],
      exports: [AgencyPermissions, AccessLog],
    };
  }
}
