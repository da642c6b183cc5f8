-- For wrk: ask for the files in a list, one after the other, as a browser asks; pause up to so many ms between two.
-- wrk -s load.lua ADDRESS -- LIST PAUSE
local paths, at = {}, 0
local headers = { ["Accept-Encoding"] = "gzip, deflate, br, zstd" }

function init(args)
  for path in io.lines(args[1]) do paths[#paths + 1] = path end
  at = math.random(#paths)
  local pause = tonumber(args[2])
  if pause > 0 then
    function delay() return math.random(0, pause) end
  end
end

function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], headers)
end

function done(summary, latency)
  local failed = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "bytes": %d, "seconds": %f, "refused": %d, "broken": %d, "late": %d, "status": %d, ' ..
    '"p50": %f, "p95": %f, "p99": %f, "max": %f}\n',
    summary.requests, summary.bytes, summary.duration / 1e6, failed.connect, failed.read + failed.write, failed.timeout,
    failed.status, latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3,
    latency.max / 1e3))
end
