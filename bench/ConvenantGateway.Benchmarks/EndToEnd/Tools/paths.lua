-- wrk: asks for the paths of $BENCH_PATHS in turn, with the headers of $BENCH_HEADERS (name TAB value per line), and ends with one line for the program.
local requests, n, at = {}, 0, 0

function init()
  for line in io.lines(os.getenv("BENCH_HEADERS")) do
    local name, value = line:match("^([^\t]+)\t(.*)$")
    wrk.headers[name] = value
  end
  for path in io.lines(os.getenv("BENCH_PATHS")) do
    n = n + 1
    requests[n] = wrk.format("GET", path)
  end
end

function request()
  at = at % n + 1
  return requests[at]
end

function done(summary, latency)
  local e = summary.errors
  print(string.format("RESULT %d %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), e.status, e.connect + e.read + e.write + e.timeout))
end
