package vn.dondoc;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

/** Which package may know which, and where each library lives: {@code Main → cli → app → web, schedules → flow → stages}. */
@AnalyzeClasses(packages = "vn.dondoc", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    // ---- arrows

    @ArchTest
    static final ArchRule packages_know_each_other_in_one_direction =
            slices().matching("vn.dondoc.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobody_calls_main = only("vn.dondoc").mayKnow("vn.dondoc");

    @ArchTest
    static final ArchRule only_main_knows_the_command_line = only("vn.dondoc").mayKnow("vn.dondoc.cli..");

    @ArchTest
    static final ArchRule only_the_command_line_knows_the_wiring =
            only("vn.dondoc", "vn.dondoc.cli..", "vn.dondoc.rehearsal..").mayKnow("vn.dondoc.app..");

    @ArchTest
    static final ArchRule only_the_command_line_knows_rehearsals =
            only("vn.dondoc.cli..").mayKnow("vn.dondoc.rehearsal..");

    @ArchTest
    static final ArchRule only_the_command_line_knows_the_bench =
            only("vn.dondoc.cli..").mayKnow("vn.dondoc.bench..");

    @ArchTest
    static final ArchRule only_the_wiring_knows_the_clockwork =
            only("vn.dondoc.cli..", "vn.dondoc.app..", "vn.dondoc.rehearsal..").mayKnow("vn.dondoc.schedules..");

    @ArchTest
    static final ArchRule no_stage_knows_the_flows = only(
                    "vn.dondoc.cli..", "vn.dondoc.app..", "vn.dondoc.rehearsal..", "vn.dondoc.web..")
            .mayKnow("vn.dondoc.flow..");

    @ArchTest
    static final ArchRule only_the_wiring_knows_the_pages =
            only("vn.dondoc.app..").mayKnow("vn.dondoc.web..");

    @ArchTest
    static final ArchRule only_the_wiring_reads_the_configuration =
            only("vn.dondoc.cli..", "vn.dondoc.app..", "vn.dondoc.rehearsal..").mayKnow("vn.dondoc.config..");

    @ArchTest
    static final ArchRule what_comes_in_knows_nothing_of_what_goes_out = noClasses()
            .that()
            .resideInAnyPackage("vn.dondoc.intake..", "vn.dondoc.rules..", "vn.dondoc.findings..", "vn.dondoc.facts..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vn.dondoc.notices..", "vn.dondoc.letters..", "vn.dondoc.outbox..", "vn.dondoc.mail..");

    // ---- one home for each library

    @ArchTest
    static final ArchRule drools_lives_in_rules = home("vn.dondoc.rules..", "org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule rules_are_taken_apart_where_they_are_read =
            home("vn.dondoc.rules..", "com.github.javaparser..");

    @ArchTest
    static final ArchRule nobody_lets_a_condition_reach_java =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.mvel2..", "org.drools.mvel.compiler..");

    @ArchTest
    static final ArchRule quartz_lives_in_schedules = home("vn.dondoc.schedules..", "org.quartz..");

    @ArchTest
    static final ArchRule mail_lives_in_mail = home("vn.dondoc.mail..", "jakarta.mail..", "org.eclipse.angus..");

    @ArchTest
    static final ArchRule sql_lives_in_the_store = home(
            "vn.dondoc.store..",
            "org.jdbi..",
            "org.sqlite..",
            "org.postgresql..",
            "org.flywaydb..",
            "com.zaxxer..",
            "java.sql..");

    @ArchTest
    static final ArchRule logback_lives_in_logs = home("vn.dondoc.logs..", "ch.qos.logback..");

    @ArchTest
    static final ArchRule picocli_lives_in_the_command_line = home("vn.dondoc.cli..", "picocli..");

    @ArchTest
    static final ArchRule pebble_lives_in_letters = home("vn.dondoc.letters..", "io.pebbletemplates..");

    @ArchTest
    static final ArchRule pages_live_in_web =
            home("vn.dondoc.web..", "io.javalin..", "org.eclipse.jetty..", "gg.jte..", "jakarta.servlet..", "kotlin..");

    @ArchTest
    static final ArchRule passwords_are_hashed_among_people = home("vn.dondoc.people..", "com.password4j..");

    @ArchTest
    static final ArchRule squares_for_authenticators_are_drawn_in_web = home("vn.dondoc.web..", "io.nayuki..");

    @ArchTest
    static final ArchRule json_schema_lives_in_intake = home("vn.dondoc.intake..", "com.networknt..");

    @ArchTest
    static final ArchRule yaml_lives_in_reading =
            home("vn.dondoc.reading..", "org.yaml..", "com.fasterxml.jackson.dataformat.yaml..");

    @ArchTest
    static final ArchRule the_moon_lives_in_the_calendar = home("vn.dondoc.calendar..", "net.time4j..");

    @ArchTest
    static final ArchRule calendars_are_written_among_enclosures =
            home("vn.dondoc.enclosures..", "biweekly..", "com.github.mangstadt..");

    @ArchTest
    static final ArchRule workbooks_are_written_among_enclosures =
            home("vn.dondoc.enclosures..", "org.dhatim.fastexcel");

    @ArchTest
    static final ArchRule workbooks_are_read_in_one_place = home("vn.dondoc.spreadsheet..", "com.fasterxml.aalto..");

    @ArchTest
    static final ArchRule a_workbook_is_read_without_knowing_reports = noClasses()
            .that()
            .resideInAPackage("vn.dondoc.spreadsheet..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("vn.dondoc..").and(resideOutsideOfPackage("vn.dondoc.spreadsheet..")));

    @ArchTest
    static final ArchRule archives_are_opened_where_workbooks_are = noClasses()
            .that()
            .resideOutsideOfPackages("vn.dondoc.spreadsheet..", "vn.dondoc.enclosures..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.commons.compress..");

    @ArchTest
    static final ArchRule pictures_pages_and_drafts_live_in_enclosures = home(
            "vn.dondoc.enclosures..",
            "java.awt..",
            "javax.imageio..",
            "org.knowm..",
            "com.openhtmltopdf..",
            "org.apache.pdfbox..",
            "fr.opensagres..",
            "freemarker..");

    @ArchTest
    static final ArchRule pages_are_read_where_they_are_printed_and_where_mail_comes_in = noClasses()
            .that()
            .resideOutsideOfPackages("vn.dondoc.enclosures..", "vn.dondoc.mail..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jsoup..");

    @ArchTest
    static final ArchRule the_heart_uses_no_library = classes()
            .that()
            .resideInAnyPackage(
                    "vn.dondoc.facts..", "vn.dondoc.findings..", "vn.dondoc.notices..", "vn.dondoc.outbox..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "vn.dondoc..", "org.jspecify..");

    @ArchTest
    static final ArchRule the_calendar_uses_the_moon_and_no_other_library = classes()
            .that()
            .resideInAPackage("vn.dondoc.calendar..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "vn.dondoc..", "org.jspecify..", "net.time4j..");

    // ---- time is a parameter

    @ArchTest
    static final ArchRule nobody_asks_the_machine_for_the_time = noClasses()
            .should()
            .callMethodWhere(describe("asks for the current time", ArchitectureTest::asksTheMachine))
            .because("a Clock or an Instant comes as a parameter");

    @ArchTest
    static final ArchRule the_clock_is_made_by_the_command_line_and_that_of_leases_by_the_process = noClasses()
            .that()
            .haveNameNotMatching("vn.dondoc.(cli.DondocCommand|app.ThisProcess).*")
            .should()
            .callMethodWhere(describe("makes a system clock", ArchitectureTest::makesASystemClock));

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule old_dates_stay_with_quartz = noClasses()
            .that()
            .resideOutsideOfPackage("vn.dondoc.schedules..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(Date|Calendar|TimeZone|GregorianCalendar)");

    // ---- names

    @ArchTest
    static final ArchRule packages_say_what_passes_through = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..manager..", "..helper..");

    private static boolean asksTheMachine(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getTarget().getName();
        boolean bare = call.getTarget().getRawParameterTypes().stream()
                .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
        return (owner.startsWith("java.time.") && method.equals("now") && bare)
                || (owner.equals(System.class.getName())
                        && (method.equals("currentTimeMillis") || method.equals("nanoTime")));
    }

    private static boolean makesASystemClock(JavaCall<?> call) {
        return call.getTargetOwner().isEquivalentTo(Clock.class)
                && call.getTarget().getName().startsWith("system");
    }

    private static ArchRule home(String home, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    private static KnownBy only(String... packages) {
        return new KnownBy(packages);
    }

    /** The packages that may know another; that other knows itself anyway. */
    private record KnownBy(String... packages) {
        ArchRule mayKnow(String known) {
            DescribedPredicate<JavaClass> allowed = resideInAnyPackage(packages).or(resideInAnyPackage(known));
            return noClasses()
                    .that(DescribedPredicate.not(allowed))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(known);
        }
    }
}
