const always = {
  listen_addresses: '127.0.0.1',
  // The password is asked over TCP; a socket file would only bring trouble with folder permissions.
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Nothing person-like may reach the log: neither statements nor the keys that DETAIL lines quote.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  shared_buffers: '128MB',
  work_mem: '16MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '2GB',
};

const forgetful = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '32MB',
  max_connections: '300',
};

/** Settings of the server. One that need not be durable (tests) skips every wait for the disk. */
export function serverSettings(durable: boolean): Record<string, string> {
  return durable ? always : { ...always, ...forgetful };
}
