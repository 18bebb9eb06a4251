#include "app/desktop/desktopapplication.h"

int main(int argc, char *argv[])
{
    Workbench::DesktopApplication application(argc, argv);
    return application.run();
}
