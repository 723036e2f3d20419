import {
  announcementsOf,
  CompletedMonths,
  statementOddity,
  type DeliveryCalendar,
  type DeliveryStatement,
  type StatementOddity,
} from '@lueckenlos/chain';

/** What the door knows of an agency's deliveries: what it last announced, and what it said to be completed. */
export class DeliveryKnowledge {
  private calendar: DeliveryCalendar = { deliveries: [] };
  private readonly statements: DeliveryStatement[] = [];

  announce(calendar: DeliveryCalendar): void {
    this.calendar = calendar;
  }

  add(statement: DeliveryStatement): void {
    this.statements.push(statement);
  }

  oddityOf(statement: Omit<DeliveryStatement, 'id' | 'knownAt'>): StatementOddity | null {
    return statementOddity(statement, announcementsOf(this.calendar), new CompletedMonths(this.statements));
  }
}
