-- What an editor of copy does in Neovim: opens a draft, looks at what is flagged, takes a correction, types.
-- Called with the draft open. LINTNEWS_COMMAND is the server's command line as JSON, LINTNEWS_REPORT where to write to.
local report = {}
local patience = 60000 -- milliseconds

local function shown()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    local text = vim.api.nvim_buf_get_text(0, one.lnum, one.col, one.end_lnum, one.end_col, {})
    local lsp = one.user_data.lsp
    table.insert(found, { text = text[1], code = lsp.code, severity = one.severity, source = one.source })
  end
  return found
end

local function wait(what, condition)
  if not vim.wait(patience, condition, 20) then
    error("waited in vain for " .. what)
  end
end

local function choose(title)
  local offered = {}
  local chosen = false
  vim.ui.select = function(items, _, choice)
    for _, item in ipairs(items) do
      table.insert(offered, item[2].title)
      if item[2].title == title then
        choice(item)
      end
    end
    chosen = true
  end
  vim.lsp.buf.code_action()
  wait("code actions", function() return chosen end)
  return offered
end

local function go()
  local client = vim.lsp.start_client({
    name = "lintnews",
    cmd = vim.fn.json_decode(vim.env.LINTNEWS_COMMAND),
    root_dir = vim.fn.getcwd(),
    init_options = { debounce = 20 },
  })
  assert(vim.lsp.buf_attach_client(0, client))
  wait("diagnostics", function() return #vim.diagnostic.get(0) == 2 end)
  report.first = shown()

  local first = vim.diagnostic.get(0)[1]
  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col + 3 })
  report.offered = choose("Write “National Resistance Center”")
  wait("one diagnostic less", function() return #vim.diagnostic.get(0) == 1 end)
  report.corrected = vim.api.nvim_buf_get_lines(0, 0, -1, true)

  local keys = "Go\rThe 🙂 occupied town, said the central nervous system, is quiet, partisans say.<Esc>"
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), "nx", false)
  wait("what was typed", function() return #vim.diagnostic.get(0) == 2 end)
  report.typed = shown()

  local second = vim.diagnostic.get(0)[1]
  vim.api.nvim_win_set_cursor(0, { second.lnum + 1, second.col })
  choose("Ignore “central nervous system” in this document")
  wait("nothing", function() return #vim.diagnostic.get(0) == 0 end)
  report.ignored = vim.api.nvim_buf_get_lines(0, 0, -1, true)
end

local went_well, problem = pcall(go)
report.problem = not went_well and tostring(problem) or ""
local file = io.open(vim.env.LINTNEWS_REPORT, "w")
file:write(vim.fn.json_encode(report))
file:close()
vim.cmd("qall!")
