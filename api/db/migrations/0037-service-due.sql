-- Services by the day they are due: what the list of service intervals asks over all customers.
create index service_interval_due on service_interval (organization_id, next_on, id);
