#pragma once

#include <string_view>
#include <utility>

namespace Migrations::Python {

/// Python's built-in exception classes with their bases, bases first.
inline constexpr std::pair<std::u16string_view, std::u16string_view> BuiltinExceptions[] = {
    {u"BaseException", u""},
    {u"Exception", u"BaseException"},
    {u"KeyboardInterrupt", u"BaseException"},
    {u"SystemExit", u"BaseException"},
    {u"ArithmeticError", u"Exception"},
    {u"OverflowError", u"ArithmeticError"},
    {u"ZeroDivisionError", u"ArithmeticError"},
    {u"AssertionError", u"Exception"},
    {u"AttributeError", u"Exception"},
    {u"EOFError", u"Exception"},
    {u"ImportError", u"Exception"},
    {u"ModuleNotFoundError", u"ImportError"},
    {u"LookupError", u"Exception"},
    {u"IndexError", u"LookupError"},
    {u"KeyError", u"LookupError"},
    {u"NameError", u"Exception"},
    {u"UnboundLocalError", u"NameError"},
    {u"OSError", u"Exception"},
    {u"FileNotFoundError", u"OSError"},
    {u"PermissionError", u"OSError"},
    {u"RuntimeError", u"Exception"},
    {u"NotImplementedError", u"RuntimeError"},
    {u"RecursionError", u"RuntimeError"},
    {u"StopIteration", u"Exception"},
    {u"TypeError", u"Exception"},
    {u"ValueError", u"Exception"},
    {u"UnicodeError", u"ValueError"},
    {u"Warning", u"Exception"},
    {u"DeprecationWarning", u"Warning"},
    {u"UserWarning", u"Warning"},
};

} // namespace Migrations::Python
