import { Injectable, OnModuleInit } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { operationsIn } from './operations';

/** Deny by default: a route that says neither what it needs nor that it is public keeps the process from starting. */
@Injectable()
export class DeclaredRoutesCheck implements OnModuleInit {
  constructor(private readonly modules: ModulesContainer) {}

  onModuleInit(): void {
    const undeclared = operationsIn(this.modules).filter(({ requirement }) => !requirement);
    if (undeclared.length === 0) return;
    const list = undeclared.map(({ method, path, handler }) => `  ${method} ${path} (${handler})`).join('\n');
    throw new Error(
      `These routes declare no access; add @RequireScopes(), @RequireAnyScope(), @AnyIdentity() or @Public():\n${list}`,
    );
  }
}
