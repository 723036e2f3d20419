import { INestApplicationContext, RequestMethod, Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { Scope } from '../identity/scope';
import { loggedOperationOf } from '../log/logged.decorator';
import type { RouteTarget } from './doorkeeper';
import { Requirement } from './requirement';
import { requirementOf } from './requirement-of';

/** A route of the application and what it asks for. */
export interface Operation {
  readonly method: string;
  /** The path with its parameters, as `/v1/events/:id`. */
  readonly path: string;
  readonly handler: string;
  readonly public: boolean;
  readonly scopes: readonly Scope[];
  /** Undefined where nothing is declared; such an application does not start. */
  readonly requirement: Requirement | undefined;
  /** How its uses are called in the access log; undefined where they are not logged. */
  readonly logged: string | undefined;
  readonly target: RouteTarget;
}

/** Every route of every controller, for checks and tests over all of them. */
export function operationsOf(app: Pick<INestApplicationContext, 'get'>): Operation[] {
  return operationsIn(app.get(ModulesContainer, { strict: false }));
}

export function operationsIn(modules: ModulesContainer): Operation[] {
  const controllers = [...modules.values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) =>
    typeof metatype === 'function' ? operationsOfController(metatype as Type) : [],
  );
}

function operationsOfController(controller: Type): Operation[] {
  const prototype = controller.prototype as Record<string, object>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (!handler || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
    return pathsOf(controller).flatMap((prefix) =>
      pathsOf(handler).map((path) => operation(controller, name, handler, `/${prefix}/${path}`)),
    );
  });
}

function operation(controller: Type, name: string, handler: object, path: string): Operation {
  const requirement = requirementOf(handler, controller);
  const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'ALL';
  return {
    method,
    path: path.replace(/\/+/g, '/').replace(/(?<=.)\/$/, ''),
    handler: `${controller.name}.${name}`,
    public: requirement?.kind === 'public',
    scopes: requirement && requirement.kind !== 'public' ? requirement.scopes : [],
    requirement,
    logged: loggedOperationOf(handler)?.operation,
    target: { handler, controller },
  };
}

function pathsOf(target: object): string[] {
  const path = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return [path ?? ''].flat();
}
