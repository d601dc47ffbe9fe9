#!/bin/sh
# Builds the shipped register anew from a folder of source files (see data/README.md for what they are): the exams of
# 2025 first, then the list of locations of October 2026 over it, as everyone does it in a next year.
#   tools/build_register.sh FOLDER
set -eu
sources=$1
cd "$(dirname "$0")/.."
sto data import duo --force --output data --as-of 2025-09 \
  --source "DUO Open Onderwijsdata: geslaagden, gezakten en cijfers 2024-2025, examenkandidaten 2019-2024, adressen vestigingen vo, names in its files 2011-2025 (CC0); names in use: public lists and pages 2017-2023, facts only; coordinates BAG (public domain); municipalities, provinces and labour market regions CBS (CC BY 4.0)" \
  "$sources"/vmbo_profiles_exam_2025.csv "$sources"/vmbo_theoretical_only_2025.csv "$sources"/locations_vmbo_2025.csv "$sources"/duo/*.csv \
  "$sources"/former_names.csv "$sources"/names_in_use.csv tools/names_of_joint_schools.csv "$sources"/coordinates_of_former_address.csv
sto data import duo --yes --output data --as-of 2026-10 \
  --source "DUO Open Onderwijsdata: alle vestigingen vo, October 2026 (CC0)" \
  "$sources"/locations_october_2026.csv "$sources"/duo/examenkandidaten*.csv "$sources"/municipalities_2026.csv
python tools/import_regions.py --force --output data --as-of 2026-11 \
  --source "Public web pages of the programme, regions, schools and press (2018–2026), facts only; each entry names its pages" \
  "$sources"/regions_harvest.yaml "$sources"/regions_more.yaml "$sources"/region_areas.csv "$sources"/school_links.csv "$sources"/school_links_more.csv \
  "$sources"/participation_pages.csv "$sources"/more_members.csv "$sources"/contradictions.csv "$sources"/region_facts_more.csv \
  "$sources"/region_areas_likely.csv "$sources"/municipalities_2026.csv \
  tools/contradictions_judged.csv
