// Row types of what comes from the ERP: quotes, orders, invoices, projects, products.
import type { Generated } from 'kysely';

interface Quote {
  organization_id: string;
  id: string;
  number: string;
  customer_id: string;
  title: string;
  total_cents: number;
  chance_percent: number | null;
  sent_on: string;
  valid_until: string | null;
  state: Generated<'open' | 'won' | 'lost' | 'expired'>;
}

interface SalesOrder {
  organization_id: string;
  id: string;
  number: string;
  customer_id: string;
  ordered_on: string;
  delivered_on: string | null;
  total_cents: number;
  margin_cents: number | null;
}

interface OrderLine {
  organization_id: string;
  order_id: string;
  position: number;
  product_id: string | null;
  text: string;
  quantity: number;
  net_cents: number;
}

interface Invoice {
  organization_id: string;
  id: string;
  number: string;
  customer_id: string;
  order_id: string | null;
  invoiced_on: string;
  due_on: string;
  total_cents: number;
  paid_cents: Generated<number>;
  paid_on: string | null;
  reminder_on: string | null;
}

interface Project {
  organization_id: string;
  id: string;
  customer_id: string;
  name: string;
  sum_cents: number | null;
  phase: string;
}

interface Product {
  organization_id: string;
  id: string;
  number: string;
  name: string;
  group_id: string | null;
  unit: Generated<string>;
}

interface ProductGroup {
  organization_id: string;
  id: string;
  name: string;
}

interface ServiceInterval {
  organization_id: string;
  id: string;
  customer_id: string;
  subject: string;
  product_id: string | null;
  every_months: number;
  last_on: string | null;
  next_on: string;
}

interface RevenueMonth {
  organization_id: string;
  customer_id: string;
  month: string;
  cents: number;
  margin_cents: number | null;
}

/** Tables of this room by their name. */
export interface DocumentTables {
  invoice: Invoice;
  order_line: OrderLine;
  product: Product;
  product_group: ProductGroup;
  project: Project;
  quote: Quote;
  revenue_month: RevenueMonth;
  sales_order: SalesOrder;
  service_interval: ServiceInterval;
}
