def f():
    local = 1
f()
local
