// bench-measure: reads comparisons from the standard input, runs them, prints a table.
//
// A comparison is a line of fields between tabs:
//   title, folder, our command, their command, factor, megabytes, runs
// Their command is `-` where there is nobody to compare with. The two run in turn, so that both meet
// the same machine. Ours must be `factor` times as fast as theirs (below 1: it may take so many times
// longer) by the median, and stay below so many megabytes; 0 asks for nothing. The exit code says
// whether every comparison came out so. Words of a command have no blanks in them.
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <format>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

struct Comparison {
    std::string title;
    std::string folder;
    std::vector<std::string> ours;
    std::vector<std::string> theirs;
    double factor = 0;
    double megabytes = 0;
    int runs = 5;
};

/// What several runs of a command took.
struct Samples {
    std::vector<double> milliseconds;
    double megabytes = 0;

    [[nodiscard]] double least() const { return *std::ranges::min_element(milliseconds); }
    [[nodiscard]] double median() const
    {
        std::vector<double> sorted = milliseconds;
        std::ranges::sort(sorted);
        return sorted[sorted.size() / 2];
    }
};

std::vector<std::string> split(const std::string &text, char separator)
{
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);)
        parts.push_back(part);
    return parts;
}

std::optional<Comparison> parse(const std::string &line)
{
    const std::vector<std::string> fields = split(line, '\t');
    if (fields.size() != 7)
        return std::nullopt;
    return Comparison {.title = fields[0],
        .folder = fields[1],
        .ours = split(fields[2], ' '),
        .theirs = fields[3] == "-" ? std::vector<std::string>() : split(fields[3], ' '),
        .factor = std::atof(fields[4].c_str()),
        .megabytes = std::atof(fields[5].c_str()),
        .runs = std::max(1, std::atoi(fields[6].c_str()))};
}

[[noreturn]] void become(const std::vector<std::string> &command, const std::string &folder)
{
    std::vector<char *> words;
    for (const std::string &word : command)
        words.push_back(const_cast<char *>(word.c_str()));
    words.push_back(nullptr);
    const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (::chdir(folder.c_str()) != 0 || ::dup2(nowhere, STDOUT_FILENO) < 0)
        ::_exit(126);
    ::execvp(words[0], words.data());
    std::cerr << words[0] << ": " << std::strerror(errno) << '\n';
    ::_exit(127);
}

// false: the command failed, so that what it took means nothing
bool run(const std::vector<std::string> &command, const std::string &folder, Samples &samples)
{
    const auto begin = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child == 0)
        become(command, folder);
    int status = 0;
    rusage usage {};
    if (child < 0 || ::wait4(child, &status, 0, &usage) != child)
        return false;
    const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - begin;
    samples.milliseconds.push_back(elapsed.count());
    samples.megabytes = std::max(samples.megabytes, double(usage.ru_maxrss) / 1024);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool compare(const Comparison &comparison)
{
    Samples ours;
    Samples theirs;
    const bool isAlone = comparison.theirs.empty();
    Samples warming; // the first run fills the caches of both
    bool works = run(comparison.ours, comparison.folder, warming)
        && (isAlone || run(comparison.theirs, comparison.folder, warming));
    for (int i = 0; works && i < comparison.runs; ++i) {
        works = run(comparison.ours, comparison.folder, ours)
            && (isAlone || run(comparison.theirs, comparison.folder, theirs));
    }
    if (!works) {
        std::cout << std::format("{:<44} FAILED\n", comparison.title) << std::flush;
        return false;
    }
    const double ratio = isAlone ? 0 : theirs.median() / ours.median();
    const bool isFast = isAlone || ratio >= comparison.factor;
    const bool isSmall = comparison.megabytes == 0 || ours.megabytes < comparison.megabytes;
    std::string line = std::format("{:<44} {:>9.1f} {:>9.1f} {:>7.1f}", comparison.title, ours.least(), ours.median(), ours.megabytes);
    line += isAlone ? std::format(" {:>9} {:>9} {:>7} {:>8}", "", "", "", "")
                    : std::format(" {:>9.1f} {:>9.1f} {:>7.1f} {:>7.2f}x", theirs.least(), theirs.median(), theirs.megabytes, ratio);
    std::string wanted;
    if (comparison.factor > 0)
        wanted += std::format(" {:.2f}x", comparison.factor);
    if (comparison.megabytes > 0)
        wanted += std::format(" {:.0f} MB", comparison.megabytes);
    std::cout << line << std::format("  {:<14} {}\n", wanted, wanted.empty() ? "" : isFast && isSmall ? "ok" : "MISSED") << std::flush;
    return isFast && isSmall;
}

} // namespace

int main()
{
    std::cout << std::format("{:<44} {:>9} {:>9} {:>7} {:>9} {:>9} {:>7} {:>8}  {}\n", "milliseconds and megabytes", "ours min",
        "median", "MB", "theirs", "median", "MB", "ratio", "wanted");
    bool isWell = true;
    for (std::string line; std::getline(std::cin, line);) {
        const std::optional<Comparison> comparison = parse(line);
        if (!comparison) {
            std::cerr << "this is no comparison: " << line << '\n';
            return 2;
        }
        isWell = compare(*comparison) && isWell;
    }
    return isWell ? 0 : 1;
}
